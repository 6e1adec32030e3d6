package io.emotion4j.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture of docs/architecture.md: which room may see which, and which library lives in which room. */
@Tag("all-rooms")
class RoomsTest {

    private static final String[] API = {
        "io.emotion4j",
        "io.emotion4j.decoder..",
        "io.emotion4j.model..",
        "io.emotion4j.spi..",
        "io.emotion4j.internal.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void readClasses() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.emotion4j")
                .that(not(resideInAnyPackage("io.emotion4j.testing..")));
    }

    @Test
    void everyArrowPointsDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.emotion4j..")
                .layer("api")
                .definedBy(API)
                .layer("onnx")
                .definedBy("io.emotion4j.onnx..")
                .layer("djl")
                .definedBy("io.emotion4j.djl..")
                .layer("codecs")
                .definedBy("io.emotion4j.codecs..")
                .layer("opencv")
                .definedBy("io.emotion4j.opencv..")
                .layer("convert")
                .definedBy("io.emotion4j.convert..")
                .layer("testkit")
                .definedBy("io.emotion4j.testkit..")
                .layer("output")
                .definedBy("io.emotion4j.output..")
                .layer("evaluation")
                .definedBy("io.emotion4j.evaluation..")
                .layer("training")
                .definedBy("io.emotion4j.training..")
                .layer("video")
                .definedBy("io.emotion4j.video..")
                .layer("server")
                .definedBy("io.emotion4j.server..")
                .layer("spring")
                .definedBy("io.emotion4j.spring..")
                .layer("spark")
                .definedBy("io.emotion4j.spark..")
                .layer("cli")
                .definedBy("io.emotion4j.cli..")
                .whereLayer("api")
                .mayNotAccessAnyLayer()
                .whereLayer("onnx")
                .mayOnlyAccessLayers("api")
                .whereLayer("djl")
                .mayOnlyAccessLayers("api")
                .whereLayer("codecs")
                .mayOnlyAccessLayers("api")
                .whereLayer("opencv")
                .mayOnlyAccessLayers("api")
                .whereLayer("convert")
                .mayOnlyAccessLayers("api")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("api")
                .whereLayer("output")
                .mayOnlyAccessLayers("api")
                .whereLayer("evaluation")
                .mayOnlyAccessLayers("api", "output")
                .whereLayer("training")
                .mayOnlyAccessLayers("api", "evaluation")
                .whereLayer("video")
                .mayOnlyAccessLayers("api", "output")
                .whereLayer("server")
                .mayOnlyAccessLayers("api", "output")
                .whereLayer("spring")
                .mayOnlyAccessLayers("api")
                .whereLayer("spark")
                .mayOnlyAccessLayers("api")
                .whereLayer("cli")
                .mayOnlyAccessLayers("api", "convert", "output", "evaluation", "training", "video", "server")
                .ensureAllClassesAreContainedInArchitecture()
                .check(all);
    }

    @Test
    void apiKnowsNoEngineAndNoLibraryButJSpecify() {
        classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.emotion4j..",
                        "java..",
                        "javax.imageio..",
                        "javax.xml.stream..",
                        "org.jspecify.annotations..",
                        "")
                .check(all);
    }

    @ParameterizedTest
    @CsvSource({
        "picocli.., cli",
        "me.tongfei.progressbar.., cli",
        "org.eclipse.jetty.., server",
        "io.micrometer.., server|spring",
        "org.springframework.., spring",
        "org.bytedeco.., codecs|djl|opencv|video",
        "org.apache.spark.., spark",
        "ai.onnxruntime.., onnx|training",
        "ai.djl.., djl|training",
        "org.tensorflow.., convert|djl|training",
        "io.jhdf.., convert",
        "ai.onnx.proto.., convert|training",
        "org.apache.commons.csv.., evaluation",
        "org.knowm.xchart.., evaluation",
        "org.junit.., testkit"
    })
    void libraryIsUsedInItsRoomsAlone(String library, String rooms) {
        String[] packages = packages(rooms);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(all);
        assertThat(all.that(resideInAnyPackage(packages)).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> resideInAnyPackage(library).test(dependency.getTargetClass())))
                .as("uses of " + library + " in " + rooms + ", or this line says nothing")
                .isNotEmpty();
    }

    /** As emotion-api's module-info says: the trainer runs the very code that users run, engines share how natives are unpacked
     * and learn when a run is to end, cascades are described there, whatever writes files shares how, whatever works on many pictures
     * shares how, the evaluation measures and resizes pictures as the analyzer does. */
    @ParameterizedTest
    @CsvSource({
        "geometry, training",
        "tensor, training",
        "yunet, training",
        "natives, onnx|djl|codecs|opencv",
        "call, onnx",
        "haar, opencv",
        "files, output|evaluation|training|video|cli",
        "parallel, evaluation|training|video|cli",
        "gray, evaluation",
        "resize, evaluation",
        "*, "
    })
    void internalPackagesAreSeenByTheirFriendsAlone(String internal, String friends) {
        String[] seeing = packages(friends);
        DescribedPredicate<JavaClass> hidden = internal.equals("*")
                ? resideInAPackage("io.emotion4j.internal..")
                        .and(resideOutsideOfPackages(
                                "io.emotion4j.internal.geometry..",
                                "io.emotion4j.internal.tensor..",
                                "io.emotion4j.internal.yunet..",
                                "io.emotion4j.internal.natives..",
                                "io.emotion4j.internal.haar..",
                                "io.emotion4j.internal.call..",
                                "io.emotion4j.internal.files..",
                                "io.emotion4j.internal.parallel..",
                                "io.emotion4j.internal.gray..",
                                "io.emotion4j.internal.resize.."))
                : resideInAPackage("io.emotion4j.internal." + internal + "..");
        noClasses()
                .that()
                .resideOutsideOfPackages(API)
                .and()
                .resideOutsideOfPackages(seeing)
                .should()
                .dependOnClassesThat(hidden)
                .check(all);
    }

    @Test
    void evaluationsInternalsAreItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.emotion4j.evaluation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.emotion4j.evaluation.internal..")
                .check(all);
    }

    private static String[] packages(String rooms) {
        return rooms == null
                ? new String[0]
                : Arrays.stream(rooms.split("\\|"))
                        .map(room -> "io.emotion4j." + room + "..")
                        .toArray(String[]::new);
    }
}
