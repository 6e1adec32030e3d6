package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the weights that a run has made.
 *
 * @since 0.1.0
 */
public final class TrainedNetwork {

    private TrainedNetwork() {}

    /**
     * Reads the weights of a finished run, or the averaged ones of a run that is still going on.
     *
     * @param architecture the network that was trained
     * @param place {@value NetworkFile#NAME}, {@value TrainingRun#CHECKPOINT}, or the run's folder, where the first goes first
     * @throws IOException when there is neither, or it cannot be read, or belongs to another network
     */
    public static Network read(Network architecture, Path place) throws IOException {
        Path file = find(place);
        try {
            return isCheckpoint(file) ? Checkpoint.averages(file, architecture) : NetworkFile.read(architecture, file);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The weights in " + file + " belong to another network; name the preset that the run was started "
                            + "with (" + e.getMessage() + ")",
                    e);
        }
    }

    /**
     * Finds the file that {@link #read} reads.
     *
     * @param place the file, or the run's folder
     * @throws IOException when there is none
     */
    public static Path find(Path place) throws IOException {
        Path file = place;
        if (Files.isDirectory(place)) {
            file = place.resolve(NetworkFile.NAME);
            if (!Files.exists(file)) {
                file = place.resolve(TrainingRun.CHECKPOINT);
            }
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("No trained network at " + place + ": expected " + NetworkFile.NAME + " or "
                    + TrainingRun.CHECKPOINT + ", or a folder with one; name the folder that the trainer wrote to");
        }
        return file;
    }

    private static boolean isCheckpoint(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() == Checkpoint.MAGIC;
        }
    }
}
