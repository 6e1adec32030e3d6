package io.emotion4j.cli.training;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The trainer in a process of its own that ends as if killed, without any clearing up, as soon as it has reported an epoch. The
 * test starts it as {@code DyingTrainer EPOCH ARGUMENT...}.
 */
final class DyingTrainer {

    static final int STATUS = 137;

    private DyingTrainer() {}

    public static void main(String[] args) {
        String last = "epoch " + args[0] + ",";
        ByteArrayOutputStream said = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int count) {
                super.write(bytes, from, count);
                if (toString(StandardCharsets.UTF_8).contains(last)) {
                    Runtime.getRuntime().halt(STATUS);
                }
            }
        };
        PrintStream console = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int status = TrainingMain.commandLine().execute(Arrays.copyOfRange(args, 1, args.length));
        console.println(
                "The trainer ended with " + status + " before it died: " + said.toString(StandardCharsets.UTF_8));
        console.flush();
        Runtime.getRuntime().halt(1);
    }
}
