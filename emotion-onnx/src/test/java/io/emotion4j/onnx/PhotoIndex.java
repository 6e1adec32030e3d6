package io.emotion4j.onnx;

import io.emotion4j.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Photos of which the boxes of all faces are known.
 *
 * @param file the picture
 * @param boxes its faces
 */
record PhotoIndex(Path file, List<BoundingBox> boxes) {

    private static final Pattern ROW = Pattern.compile("^([^,]+),.*\"(\\[\\[.*\\]\\])\"");
    private static final Pattern BOX = Pattern.compile("\\[(\\d+), (\\d+), (\\d+), (\\d+)\\]");

    static List<PhotoIndex> withKnownBoxes() throws IOException {
        Path folder = SharedFiles.get("photos");
        List<PhotoIndex> photos = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("index.csv"))) {
            var row = ROW.matcher(line);
            if (row.find()) {
                List<BoundingBox> boxes =
                        BOX.matcher(row.group(2)).results().map(PhotoIndex::box).toList();
                photos.add(new PhotoIndex(folder.resolve(row.group(1)), boxes));
            }
        }
        return photos;
    }

    private static BoundingBox box(MatchResult m) {
        return new BoundingBox(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(4)));
    }
}
