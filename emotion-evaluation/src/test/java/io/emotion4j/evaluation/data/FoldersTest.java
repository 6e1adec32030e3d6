package io.emotion4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void aFoldersNameIsTheLabelOfItsPicturesInAnyFormat() throws IOException {
        picture("Happiness/a.png", "png", 0x646464);
        picture("angry/b.jpg", "jpg", 0x646464);
        picture("contempt/c.bmp", "bmp", 0x0000ff);

        List<LabelledFace> faces = FaceData.read(folder, null, null, Part.VALID);

        assertThat(faces).extracting(LabelledFace::label).containsExactly(3, 0, -1);
        assertThat(faces).extracting(face -> face.origin().duplicate()).containsExactly(false, true, false);
        assertThat(faces.get(0).pixels()).containsOnly((byte) 0x64);
        assertThat(faces.get(2).image().rgb(0, 0)).isEqualTo(0x0000ff);
    }

    @Test
    void votesAndGroupsAreFoundByFileName() throws IOException {
        picture("fear/a.png", "png", 1);
        picture("fear/b.png", "png", 2);
        Path votes = Files.writeString(
                folder.resolveSibling("votes.csv"),
                "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
                        + "Training,b.png,0,0,0,0,0,0,9,0,1,0\n");
        Path groups = Files.writeString(folder.resolveSibling("groups.csv"), "file,group\na.png,young\n");

        List<LabelledFace> faces = FaceData.read(folder, votes, groups, null);

        assertThat(faces).extracting(LabelledFace::voteMajority).containsExactly(-1, 2);
        assertThat(faces).extracting(face -> face.origin().group()).containsExactly("young", null);
    }

    @Test
    void partsAreFoldersToo() throws IOException {
        picture("train/sad/a.png", "png", 1);
        picture("validation/sad/b.png", "png", 2);
        picture("validation/neutral/c.png", "png", 3);

        assertThat(FaceData.read(folder, null, null, Part.VALID)).hasSize(2);
        assertThatThrownBy(() -> FaceData.read(folder, null, null, Part.TEST))
                .hasMessageContaining("no folder for part TEST");
    }

    @Test
    void aFolderThatIsNoExpressionIsNamed() throws IOException {
        picture("bored/a.png", "png", 1);

        assertThatThrownBy(() -> FaceData.read(folder, null, null, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bored: 'bored' is no expression; expected one of angry, disgust");
    }

    @Test
    void aFileThatIsNoPictureIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("sad"));
        Files.writeString(folder.resolve("sad/readme.txt"), "not a picture");

        assertThatThrownBy(() -> FaceData.read(folder, null, null, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("readme.txt: a folder of a class holds pictures only");
    }

    @Test
    void contactSheetsUnpackToTheSameFaces() throws IOException {
        Files.createDirectories(folder.resolve("sheets"));
        BufferedImage sheet = new BufferedImage(96, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 96; x++) {
            sheet.getRaster().setSample(x, 5, 0, x);
        }
        ImageIO.write(sheet, "png", folder.resolve("sheets/s.png").toFile());
        Files.writeString(folder.resolve("labels.csv"), """
                id,split,sheet,row,column,emotion,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,not_a_face,duplicate_of
                fer1,train,s.png,0,0,angry,4,0,0,1,3,2,0,0,0,0,
                fer2,valid,s.png,0,1,surprise,0,0,9,1,0,0,0,0,0,0,
                """);

        LabelledFace face = FaceData.read(folder, null, null, Part.VALID).get(0);
        ContactSheets.unpack(folder, folder.resolve("unpacked"));
        LabelledFace unpacked = FerCsv.read(
                        folder.resolve("unpacked/fer2013.csv"), folder.resolve("unpacked/fer2013new.csv"), "PublicTest")
                .get(0);

        assertThat(face.label()).isEqualTo(5);
        assertThat(face.pixels()[5 * 48]).isEqualTo((byte) 48);
        assertThat(unpacked.pixels()).isEqualTo(face.pixels());
        assertThat(unpacked.votes()).isEqualTo(face.votes());
        assertThat(unpacked.label()).isEqualTo(face.label());
    }

    private void picture(String name, String format, int rgb) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, rgb);
        }
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    }
}
