package io.emotion4j.djl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Looks for native libraries where an application puts them: in jars on the class path. */
final class NativeJars {

    private NativeJars() {}

    /** {@return whether a file is on the class path} */
    static boolean has(String path) {
        return loader().getResource(path) != null;
    }

    /** {@return every property file of that name on the class path} */
    static List<Properties> properties(String path) {
        List<Properties> all = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader().getResources(path))) {
                Properties properties = new Properties();
                try (InputStream in = url.openStream()) {
                    properties.load(in);
                }
                all.add(properties);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + path + " on the class path: " + e.getMessage(), e);
        }
        return all;
    }

    /** The loader of this library sees what the application depends on; that of the thread may be anything. */
    static ClassLoader loader() {
        return NativeJars.class.getClassLoader();
    }

    /** {@return the machine as DJL names it, such as {@code "linux-x86_64"} or {@code "osx-aarch64"}} */
    static String djlPlatform() {
        return os("linux", "osx", "win") + "-" + (isArm() ? "aarch64" : "x86_64");
    }

    /** {@return the machine as JavaCPP names it, such as {@code "linux-x86_64"} or {@code "macosx-arm64"}} */
    static String javacppPlatform() {
        return os("linux", "macosx", "windows") + "-" + (isArm() ? "arm64" : "x86_64");
    }

    private static String os(String linux, String mac, String windows) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.startsWith("mac") ? mac : os.startsWith("windows") ? windows : linux;
    }

    private static boolean isArm() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }
}
