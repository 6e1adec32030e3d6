package io.emotion4j.training.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Which faces an epoch shows and in which order; drawn from the seed and the epoch alone. Thread-safe. */
final class FaceOrder {

    /**
     * A showing of a face.
     *
     * @param face index into the faces of all sources, one after the other
     * @param copy 0 at its first time in the epoch
     */
    record Entry(int face, int copy) {}

    private final List<FaceSource> sources;
    private final long seed;
    private volatile Drawn last = new Drawn(-1, List.of());

    private record Drawn(int epoch, List<Entry> entries) {}

    FaceOrder(List<FaceSource> sources, long seed) {
        this.sources = List.copyOf(sources);
        this.seed = seed;
    }

    int perEpoch() {
        return sources.stream().mapToInt(FaceSource::perEpoch).sum();
    }

    List<Entry> of(int epoch) {
        Drawn drawn = last;
        if (drawn.epoch() != epoch) {
            drawn = new Drawn(epoch, draw(epoch));
            last = drawn;
        }
        return drawn.entries();
    }

    private List<Entry> draw(int epoch) {
        List<Entry> order = new ArrayList<>(perEpoch());
        Random random = new Random(mix(seed, epoch, -1));
        int first = 0;
        for (int s = 0; s < sources.size(); s++) {
            int faces = sources.get(s).faces().size();
            int[] extra = shuffled(faces, new Random(mix(seed, epoch, -2 - s)));
            for (int i = 0; i < sources.get(s).perEpoch(); i++) {
                int copy = i / faces;
                boolean whole = (copy + 1) * faces <= sources.get(s).perEpoch();
                insert(order, new Entry(first + (whole ? i % faces : extra[i % faces]), copy), random);
            }
            first += faces;
        }
        return List.copyOf(order);
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Puts the entry in a random place, as Fisher and Yates do from the inside out. */
    private static void insert(List<Entry> order, Entry entry, Random random) {
        int j = random.nextInt(order.size() + 1);
        if (j == order.size()) {
            order.add(entry);
        } else {
            order.add(order.get(j));
            order.set(j, entry);
        }
    }

    static long mix(long seed, int epoch, int index) {
        long z = seed * 0x9E3779B97F4A7C15L + epoch * 0xBF58476D1CE4E5B9L + index * 0x94D049BB133111EBL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }
}
