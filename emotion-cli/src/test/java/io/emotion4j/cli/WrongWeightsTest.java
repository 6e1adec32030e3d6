package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code models check} says of files that are missing, damaged or of another kind. */
class WrongWeightsTest {

    @TempDir
    Path folder;

    @Test
    void aWrongHashAndAMissingFileAreToldTogether() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"onnx\": ",
                        "\"savedmodel\": {\"path\": \"saved_model.pb\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"bytes\": 4}, \"onnx\": ")
                .corrupt("m.onnx")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/saved_model.pb: no such file, named by "files.savedmodel.path"; beside the descriptor lie [m.onnx, model.json]
                FAIL ~/m.onnx: "files.onnx.sha256" is 5f57c353e3d35bb1f7dcb28845b9f8b4c2d2f617570669de069d7e24bd23c115, but the file's \
                is 37ddbe78e844d119ac37574365522aaaa4d478146143d2c53c8399d0a94c1d0e; copy the file again, or write that if it is the \
                right one
                """);
    }

    @Test
    void aFileOfAnotherNameIsNamedWithThoseThereAre() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"path\": \"m.onnx\"", "\"path\": \"m-int8.onnx\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m-int8.onnx: no such file, named by "files.onnx.path"; beside the descriptor lie [m.onnx, model.json]
                """);
    }

    @Test
    void aNetworkOfAnotherFormatIsToldWithItsOwn() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"onnx\": ", "\"torchscript\": {m.pt}, \"savedmodel\": {saved_model.pb}, \"onnx\": ")
                .file("m.pt", TinyNetwork.logits())
                .file("saved_model.pb", TinyNetwork.logits())
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.pt: expected a TorchScript module, but it is a network in ONNX; name its format "onnx"
                FAIL ~/saved_model.pb: expected a saved_model.pb, but it is a network in ONNX; name its format "onnx"
                """);
    }

    @Test
    void aSavedModelUnderOnnxIsToldWithItsOwnFormat() throws Exception {
        String found = ModelFolder.classifier(folder, savedModel()).check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: expected a network in ONNX, but it is a SavedModel of TensorFlow; name its format "savedmodel"
                """);
    }

    @Test
    void textInPlaceOfWeightsIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"onnx\": ", "\"savedmodel\": {j.json}, \"torchscript\": {p.txt}, \"onnx\": ")
                .file("m.onnx", "<!DOCTYPE html><title>Sign in</title>")
                .file("j.json", "{\"format\": \"layers-model\"}")
                .file("p.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:0")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/j.json: expected a saved_model.pb, but it is text in JSON, as descriptors are; name the file of the weights
                FAIL ~/p.txt: expected a TorchScript module, but it is a pointer of Git LFS, not the file; fetch it with git lfs pull
                FAIL ~/m.onnx: "files.onnx.bytes" is 920, but the file has 37; copy the file again, or write that if it is the right \
                one
                FAIL ~/m.onnx: "files.onnx.sha256" is 5f57c353e3d35bb1f7dcb28845b9f8b4c2d2f617570669de069d7e24bd23c115, but the file's \
                is 5bd5f8e3658ad70a34f165e2378767b80d241bbefacda3760776f0be8182c44a; copy the file again, or write that if it is the \
                right one
                FAIL ~/m.onnx: expected a network in ONNX, but it is a web page; what was downloaded was not the file
                """);
    }

    @Test
    void aStateDictIsNoModule() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"onnx\": ", "\"torchscript\": {m.pt}, \"onnx\": ")
                .file("m.pt", zip("archive/data.pkl"))
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.pt: expected a TorchScript module, but the zip file holds no code: it may be a state dict (torch.save); \
                export the module with torch.jit.trace and torch.jit.save
                """);
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.of(Float.NaN)).check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: weight 'weights' at index 0 is not a finite number; export it again from a training that did not \
                diverge
                """);
    }

    @Test
    void weightsBesideTheNetworkMustBeListed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.withWeightsIn("m.bin", 0))
                .file("m.bin", TinyNetwork.weightsFile())
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: weights of it lie in m.bin, which "files.onnx.data" does not list; add {"path": "m.bin", "sha256": \
                "5cc3dc525c7711f2ab5cc3902dc0fb85cad73a11ea12e37b5f50d248463bcde7", "bytes": 768}
                """);
    }

    @Test
    void weightsBesideTheNetworkMustBeThere() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.withWeightsIn("m.bin", 0))
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: weights of it lie in m.bin, which "files.onnx.data" does not list; there is no such file: copy it from \
                where the network was exported, and add it with its hash
                """);
    }

    @Test
    void weightsBesideTheNetworkMustBeLongEnough() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.withWeightsIn("m.bin", 16))
                .with("\"bytes\": ", "\"data\": [{m.bin}, {n.bin}], \"bytes\": ")
                .file("m.bin", new byte[100])
                .file("n.bin", new byte[1])
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: no weights of it lie in n.bin, which "files.onnx.data" lists; they lie in [m.bin]
                FAIL ~/m.onnx: weight 'weights' needs 768 bytes, but m.bin has 84 for it, from byte 16 on; the files are not of one \
                export: copy both again
                """);
    }

    @Test
    void whatIsNoDescriptorIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .file("model.json", TinyNetwork.logits())
                .checkAsItIs();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: It is no descriptor in JSON: it is a network in ONNX. Name the folder or the model.json that \
                describes it; where there is none yet, `emotion4j models init` writes one
                """);
    }

    @Test
    void anHdf5FileIsNoDescriptor() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .file("model.json", "\u0089HDF\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .checkAsItIs();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: It is no descriptor in JSON: it is an HDF5 file, as Keras saves models (.h5); `emotion4j models \
                import` makes ONNX of it
                """);
    }

    @Test
    void aZipFileIsNoDescriptor() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .file("model.json", zip("weights/0"))
                .checkAsItIs();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: No model in the zip file ~/model.json: it holds no model.json, neither at its top nor in a folder \
                there. If these are weights (TorchScript files are zip files, too), name what describes them; `emotion4j models init` \
                writes one
                """);
    }

    @Test
    void aDescriptorThatIsCutOffIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .file("model.json", "{\"formatVersion\": 1,\n \"id\": \"sco")
                .checkAsItIs();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Not JSON: expected a value, found the end of the text at line 2, column 12; the file is cut off
                """);
    }

    @Test
    void jsonWithCommentsIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .file("model.json", "{\n  // mine\n  \"formatVersion\": 1}")
                .checkAsItIs();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Not JSON: expected '"', found '/' at line 2, column 3; JSON has no comments
                """);
    }

    @Test
    void aCommaTooManyIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"happy\"]", "\"happy\",]")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Not JSON: nothing follows a comma before the ']' at line 11, column 40; take out the comma
                """);
    }

    @Test
    void aFolderWithoutADescriptorIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits()).checkAsItIs();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: no such file; expected a descriptor, or a folder with a model.json
                """);
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    /** Of the fields of a SavedModel as much as tells that it is one: a graph with a signature. */
    private static byte[] savedModel() {
        byte[] name = "serving_default".getBytes(StandardCharsets.UTF_8);
        byte[] key = field(1, name);
        byte[] entry = join(key, field(2, new byte[0]));
        return field(2, field(5, entry));
    }

    private static byte[] field(int number, byte[] content) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }
}
