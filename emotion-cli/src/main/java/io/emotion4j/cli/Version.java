package io.emotion4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which emotion4j this is. */
final class Version implements IVersionProvider {

    static String ofThisProgram() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown version (" + e + ")";
        }
        return properties.getProperty("version", "unknown version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"emotion4j " + ofThisProgram()};
    }
}
