package io.emotion4j.training.detector;

import io.emotion4j.training.torch.Batch;
import io.emotion4j.training.torch.BatchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Batches of crops drawn from several sources of pictures, each with its share. */
final class DetectorBatches implements BatchSource {

    /**
     * Pictures of one kind.
     *
     * @param share of the crops
     * @param complete whether every face of the pictures is labelled, with boxes as the detector shall draw them; otherwise
     *     the reference detector's boxes are learnt, and only the landmarks are people's
     */
    record Source(List<DetectionPicture> pictures, double share, boolean complete) {}

    private static final double MOSAICS = 0.5;
    /** Large crops are for large faces, which mosaics have not. */
    private static final double MOSAICS_OF_LARGE = 0.25;

    private final List<Source> sources;
    private final DetectorTrainingOptions options;
    private final @Nullable ReferenceDetector reference;
    private final Format usual;
    private final Format large;
    /** What gives the channels of every hint a variance of 1, as far as the first usual batch tells. */
    private final List<float[]> hintFactors = new ArrayList<>();

    DetectorBatches(List<Source> sources, DetectorTrainingOptions options, @Nullable ReferenceDetector reference) {
        this.sources = sources;
        this.reference = reference;
        this.options = options;
        this.usual = new Format(options.crops().side(), options.batchSize(), MOSAICS);
        this.large = new Format(2 * options.crops().side(), Math.max(1, options.batchSize() / 4), MOSAICS_OF_LARGE);
        if (reference != null) {
            List<List<float[]>> hints = new ArrayList<>();
            paint(usual, usual.changing(), 0, hints);
            for (int kind = 0; kind < hints.get(0).size(); kind++) {
                hintFactors.add(HintLoss.factors(of(kind, hints), cells(usual, kind)));
            }
        }
    }

    /** Batches of one size: as many pixels each, whatever the side of their crops. */
    private record Format(int side, int crops, CropPainter changing, CropPainter plain, float[] grid) {
        Format(int side, int crops, double mosaics) {
            this(side, crops, CropPainter.changing(side, mosaics), CropPainter.plain(side), DetectorBatches.grid(side));
        }

        CropPainter painter(boolean changed) {
            return changed ? changing : plain;
        }
    }

    @Override
    public int batchesPerEpoch(int epoch) {
        return options.crops().perEpoch() / options.batchSize();
    }

    @Override
    public Batch batch(int epoch, int index) {
        long first = ((long) epoch * batchesPerEpoch(epoch) + index) * options.batchSize();
        Format format = random(~first).nextDouble() < options.crops().largeShare() ? large : usual;
        CropPainter painter = format.painter(
                epoch < options.training().epochs() - options.crops().plainEpochs());
        List<List<float[]>> hints = new ArrayList<>();
        List<Batch.Part> parts = paint(format, painter, first, hints);
        for (int kind = 0; kind < hintFactors.size(); kind++) {
            int step = HintLoss.STEPS[kind % HintLoss.STEPS.length];
            parts.add(HintLoss.part(of(kind, hints), hintFactors.get(kind), cells(format, kind), step));
        }
        return new Batch(format.crops(), parts);
    }

    /**
     * The crops of a batch, their targets and the grid.
     *
     * @param hints gets what the reference detector hints at, a list a crop
     */
    private List<Batch.Part> paint(Format format, CropPainter painter, long first, List<List<float[]>> hints) {
        int side = format.side();
        int size = format.crops();
        int cells = CellTargets.cells(side);
        float[] input = new float[size * 3 * side * side];
        float[] target = new float[size * cells * CellTargets.VALUES];
        for (int i = 0; i < size; i++) {
            Random random = random(first + i);
            Source source = pick(random);
            List<TrainingFace> faces = painter.paint(source.pictures(), random, input, i * 3 * side * side);
            int at = i * cells * CellTargets.VALUES;
            if (reference == null) {
                CellTargets.write(faces, side, target, at);
            } else {
                ReferenceDetector.Answer answer = reference.look(input, i * 3 * side * side, side);
                ReferenceTargets.write(answer, faces, source.complete(), side, target, at);
                hints.add(answer.hints());
            }
        }
        return new ArrayList<>(List.of(
                new Batch.Part(input, size, 3, side, side),
                new Batch.Part(target, size, cells, CellTargets.VALUES),
                new Batch.Part(format.grid(), cells, 3)));
    }

    private static List<float[]> of(int kind, List<List<float[]>> hints) {
        return hints.stream().map(crop -> crop.get(kind)).toList();
    }

    /** Of a hint's grid, a side. */
    private static int cells(Format format, int kind) {
        return format.side() / DetectorPreset.STRIDES[kind % DetectorPreset.STRIDES.length];
    }

    private Random random(long number) {
        Random random = new Random((options.training().seed() * 0x9E3779B97F4A7C15L) ^ (number * 0xBF58476D1CE4E5B9L));
        random.nextLong();
        return random;
    }

    private Source pick(Random random) {
        double at = random.nextDouble()
                * sources.stream().mapToDouble(Source::share).sum();
        for (Source source : sources) {
            at -= source.share();
            if (at < 0) {
                return source;
            }
        }
        throw new IllegalStateException("No source has a share above 0");
    }

    private static float[] grid(int side) {
        float[] grid = new float[CellTargets.cells(side) * 3];
        int at = 0;
        for (int stride : DetectorPreset.STRIDES) {
            for (int y = 0; y < side / stride; y++) {
                for (int x = 0; x < side / stride; x++) {
                    grid[at++] = x;
                    grid[at++] = y;
                    grid[at++] = stride;
                }
            }
        }
        return grid;
    }
}
