package io.emotion4j.spark;

import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that come out. Boxes and landmarks are pixels of the upright picture.
 *
 * @since 0.1.0
 */
public final class FacesSchema {

    private static final StructType POINT =
            new StructType().add("x", FloatType, false).add("y", FloatType, false);

    private static final StructType BOX = POINT.add("width", FloatType, false).add("height", FloatType, false);

    private static final StructType LANDMARKS = new StructType()
            .add("rightEye", POINT, false)
            .add("leftEye", POINT, false)
            .add("nose", POINT, false)
            .add("rightMouthCorner", POINT, false)
            .add("leftMouthCorner", POINT, false);

    private static final StructType FACE = new StructType()
            .add("box", BOX, false)
            .add("confidence", FloatType, false)
            .add("landmarks", LANDMARKS, true)
            .add("emotion", StringType, false)
            .add("score", FloatType, false)
            .add("scores", createMapType(StringType, FloatType, false), false);

    private static final ArrayType FACES = createArrayType(FACE, false);

    private FacesSchema() {}

    /**
     * The faces of a picture, most confident first: {@code box} (x, y, width, height), {@code confidence}, {@code landmarks} (null where
     * the detector gives none), {@code emotion}, {@code score}, {@code scores} (every expression's).
     *
     * @return the type of the column
     */
    public static ArrayType faces() {
        return FACES;
    }

    /**
     * What {@link FacesFunction} returns: {@code faces}, null where the picture could not be analyzed, and {@code error}, which says why.
     *
     * @return the type of its result
     */
    public static StructType result() {
        return new StructType().add("faces", FACES, true).add("error", StringType, true);
    }
}
