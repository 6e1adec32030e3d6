package io.emotion4j.opencv;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.haar.HaarModel;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.FileNode;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * A cascade in OpenCV's XML, out of which any number of classifiers is made.
 *
 * @param model for messages
 * @param file the file that the model names
 * @param xml its content, or what it names
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CascadeFile(Model model, ModelFile file, byte[] xml) {

    static CascadeFile of(Model model) {
        ModelFile own = model.descriptor().files().get(HaarModel.XML);
        if (own != null) {
            return new CascadeFile(model, own, model.read(own));
        }
        ModelFile named = model.descriptor().files().get(HaarModel.RESOURCE);
        if (named == null) {
            throw new ModelLoadException("Model " + model + " cannot be loaded by OpenCV: expected format "
                    + HaarModel.XML + " or " + HaarModel.RESOURCE + ", found "
                    + model.descriptor().files().keySet());
        }
        return new CascadeFile(model, named, resource(model, named));
    }

    private static byte[] resource(Model model, ModelFile file) {
        String name = new String(model.read(file), StandardCharsets.UTF_8).strip();
        String path = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/" + name;
        try (InputStream in = opencv_core.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new ModelLoadException("File " + file.path() + " of model " + model + " names '" + name
                        + "', which OpenCV's jar of native libraries does not have at " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelLoadException("OpenCV's " + path + " cannot be read: " + e, e);
        }
    }

    /** {@return a classifier; the caller closes} */
    CascadeClassifier open() {
        CascadeClassifier classifier = new CascadeClassifier();
        try (BytePointer text = new BytePointer(xml.length + 1L)) {
            text.put(xml).put(xml.length, (byte) 0);
            try (FileStorage storage = new FileStorage(text, FileStorage.READ | FileStorage.MEMORY);
                    FileNode first = storage.getFirstTopLevelNode()) {
                if (classifier.read(first) && !classifier.empty()) {
                    return classifier;
                }
            }
        } catch (RuntimeException e) {
            classifier.close();
            throw broken(e);
        }
        classifier.close();
        throw broken(new IllegalArgumentException("it is no cascade of type opencv-cascade-classifier"));
    }

    private ModelLoadException broken(RuntimeException why) {
        return new ModelLoadException(
                "Engine '" + HaarDetector.ENGINE + "' cannot load file " + file.path() + " of model " + model + ": "
                        + why.getMessage() + "; expected the XML of opencv_traincascade, as OpenCV brings it",
                why);
    }
}
