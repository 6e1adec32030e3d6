package io.emotion4j.opencv;

import io.emotion4j.model.Model;
import io.emotion4j.testkit.DetectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of every detector, of a user's XML file. */
class HaarContractTest extends DetectorContract {

    @TempDir
    static Path folder;

    HaarContractTest() {
        super(new OpenCvProvider());
    }

    @Override
    protected Model model() {
        try {
            return CascadeFolder.write(folder, CascadeFolder.frontalXml(), "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
