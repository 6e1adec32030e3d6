package io.emotion4j.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that take something away from the program that they run; few machines let everybody have it so. */
final class Namespaces {

    /** No network interface but a loopback that is down. */
    static final List<String> WITHOUT_NETWORK = List.of("unshare", "--map-root-user", "--net");

    private Namespaces() {}

    /** {@return whether this machine lets a program lose the network} */
    static boolean canLoseTheNetwork() throws InterruptedException {
        return runs(WITHOUT_NETWORK, "true");
    }

    /** A file system of its own at a folder, such as {@code "size=1m"} for one that is soon full. */
    static List<String> withFolder(Path folder, String mountOptions) {
        String mount = "mount -t tmpfs -o " + mountOptions + " none \"$0\" && exec \"$@\"";
        return List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, folder.toString());
    }

    /** {@return whether this machine lets a program have such a file system} */
    static boolean canMount() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mount");
        try {
            return runs(withFolder(folder, "size=1m"), "true");
        } finally {
            Files.delete(folder);
        }
    }

    private static boolean runs(List<String> prefix, String program) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
