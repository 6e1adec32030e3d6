package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.emotion4j.output.PictureJson;
import io.emotion4j.video.FrameJson;
import io.emotion4j.video.TrackJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reachability metadata for GraalVM in the jars. Nobody here could build a native image, so it is compared with what the jars, the
 * sources and ONNX Runtime's native library have: it names all of that, and nothing that is not there.
 */
@Tag("all-rooms")
class ReachabilityTest {

    private static final String BINDING = "ai.onnxruntime.";
    private static final Pattern NATIVE_CLASS = Pattern.compile("\0\\[?L?((?:ai/onnxruntime|java/lang)/[\\w$]+);?\0");
    private static final Pattern NATIVE_SIGNATURE =
            Pattern.compile("\0(\\((?:\\[*(?:[ZBCSIJFD]|L[\\w/$]+;))*\\)(?:V|\\[*[ZBCSIJFD]|\\[*L[\\w/$]+;))\0");

    static List<JarMetadata> jars() throws IOException {
        return JarMetadata.onTheClassPath();
    }

    @Test
    void everyPublishedJarHasItButThoseForTestsSpringAndSpark() throws IOException {
        assertThat(jars().stream().map(JarMetadata::artifact))
                .containsExactlyInAnyOrder(
                        "emotion-api",
                        "emotion-models",
                        "emotion-models-pytorch",
                        "emotion-models-tensorflow",
                        "emotion-onnx",
                        "emotion-djl",
                        "emotion-codecs",
                        "emotion-opencv",
                        "emotion-output",
                        "emotion-video",
                        "emotion-server",
                        "emotion-training",
                        "emotion-cli");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyClassMethodAndFieldThatItNamesExists(JarMetadata jar) throws ReflectiveOperationException {
        for (JsonNode entry : jar.all()) {
            Class<?> type =
                    Class.forName(entry.get("name").asText(), false, getClass().getClassLoader());
            for (JsonNode method : entry.path("methods")) {
                assertThat(declared(type, method)).as("%s in %s", method, type).isTrue();
            }
            for (JsonNode field : entry.path("fields")) {
                type.getDeclaredField(field.get("name").asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyResourceServiceAndModelIsNamed(JarMetadata jar) throws IOException {
        List<Pattern> patterns = jar.resources();
        assertThat(jar.files())
                .allMatch(file -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(file).matches()));
        for (Pattern pattern : patterns) {
            boolean elsewhere = pattern.pattern().startsWith("ai/onnxruntime/");
            assertThat(elsewhere ? nativeFiles() : jar.files())
                    .as("files of %s", pattern)
                    .anyMatch(file -> pattern.matcher(file).matches());
        }
        Set<String> constructed = jar.reflection().stream()
                .filter(entry -> entry.path("methods").toString().contains("<init>"))
                .map(entry -> entry.get("name").asText())
                .collect(Collectors.toSet());
        assertThat(constructed).containsAll(jar.providers());
    }

    @Test
    void nativeCodeOfOnnxRuntimeLooksUpTheClassesAndConstructorsThatAreNamed() throws Exception {
        Set<String> classes = new TreeSet<>();
        Set<String> signatures = new TreeSet<>();
        for (String file : nativeFiles()) {
            if (file.contains("onnxruntime4j_jni")) {
                String library = new String(
                        getClass().getResourceAsStream("/" + file).readAllBytes(), StandardCharsets.ISO_8859_1);
                // A word's end is the next one's begin.
                String words = library.replace("\0", "\0\0");
                NATIVE_CLASS.matcher(words).results().forEach(found -> classes.add(found.group(1)));
                NATIVE_SIGNATURE.matcher(words).results().forEach(found -> signatures.add(found.group(1)));
            }
        }
        Set<String> named = new TreeSet<>();
        Set<String> constructors = new TreeSet<>();
        for (JsonNode entry : onnx().jni()) {
            String name = entry.get("name").asText();
            named.add(name.replace('.', '/'));
            for (JsonNode method : entry.path("methods")) {
                constructors.add(
                        MethodType.methodType(void.class, parameters(method)).toMethodDescriptorString());
            }
        }
        assertThat(classes).hasSizeGreaterThan(8).isEqualTo(named);
        assertThat(signatures).hasSizeGreaterThan(8).isEqualTo(constructors);
    }

    @Test
    void privateMembersOfTheBindingThatTheEngineNamesAreNamed() throws Exception {
        List<Class<?>> types = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        for (JsonNode entry : onnx().reflection()) {
            if (entry.get("name").asText().startsWith(BINDING)) {
                types.add(Class.forName(
                        entry.get("name").asText(), false, getClass().getClassLoader()));
                entry.path("methods")
                        .forEach(method -> named.add(method.get("name").asText()));
                entry.path("fields")
                        .forEach(field -> named.add(field.get("name").asText()));
            }
        }
        Set<String> members = new HashSet<>();
        for (Class<?> type : types) {
            Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                    .forEach(member -> members.add(member.getName()));
        }
        Set<String> words = new TreeSet<>(Set.of("<init>"));
        Set<String> classes = new TreeSet<>();
        for (String source : List.of("OnnxBinding", "OwnEnvironment", "BindingEnvironment", "OnnxRuntime")) {
            Matcher literal = Pattern.compile("\"([\\w$]+)\"")
                    .matcher(Files.readString(
                            Path.of("../emotion-onnx/src/main/java/io/emotion4j/onnx/" + source + ".java")));
            while (literal.find()) {
                if (members.contains(literal.group(1))) {
                    words.add(literal.group(1));
                } else if (getClass().getResource("/ai/onnxruntime/" + literal.group(1) + ".class") != null) {
                    classes.add(BINDING + literal.group(1));
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(6).isEqualTo(named);
        assertThat(types.stream().map(Class::getName)).containsAll(classes);
    }

    @Test
    void everyRecordThatBecomesJsonIsNamed() throws Exception {
        Set<Class<?>> records = new HashSet<>();
        List<Class<?>> roots =
                new ArrayList<>(List.of(PictureJson.class, PictureJson.Failed.class, FrameJson.class, TrackJson.class));
        roots.addAll(List.of(Class.forName("io.emotion4j.server.Contract").getDeclaredClasses()));
        for (Class<?> root : roots) {
            add(root, records);
        }
        Set<String> named = new HashSet<>();
        for (JarMetadata jar : jars()) {
            jar.reflection().stream()
                    .filter(entry -> entry.path("allDeclaredMethods").asBoolean())
                    .forEach(entry -> named.add(entry.get("name").asText()));
        }
        assertThat(records.stream().map(Class::getName))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyCommandIsNamedByPicoclisOwnMetadata() throws Exception {
        Set<String> named = new HashSet<>();
        try (InputStream in = getClass()
                .getResourceAsStream(
                        "/META-INF/native-image/picocli-generated/io.emotion4j/emotion-cli/reflect-config.json")) {
            new ObjectMapper()
                    .readTree(in)
                    .forEach(entry -> named.add(entry.get("name").asText()));
        }
        List<String> commands = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.emotion4j.cli")
                        .stream()
                        .filter(type -> type.isAnnotatedWith("picocli.CommandLine$Command"))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(commands).hasSizeGreaterThan(10);
        assertThat(named).containsAll(commands);
    }

    private static void add(Class<?> type, Set<Class<?>> to) throws ClassNotFoundException {
        if (type.isRecord() && to.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                Matcher named = Pattern.compile("io\\.emotion4j[\\w.$]+")
                        .matcher(component.getGenericType().getTypeName());
                while (named.find()) {
                    add(Class.forName(named.group()), to);
                }
            }
        }
    }

    private static JarMetadata onnx() throws IOException {
        return jars().stream()
                .filter(jar -> jar.artifact().equals("emotion-onnx"))
                .findFirst()
                .orElseThrow();
    }

    /** Of all machines, without the symbols for debuggers. */
    private static Set<String> nativeFiles() throws IOException {
        Set<String> files = JarMetadata.files("/onnxruntime-").stream()
                .filter(file -> file.matches("ai/onnxruntime/native/[^/]+/[^/]+"))
                .collect(Collectors.toSet());
        assertThat(files).hasSizeGreaterThanOrEqualTo(8);
        return files;
    }

    private static boolean declared(Class<?> type, JsonNode method) {
        String name = method.get("name").asText();
        Executable[] all = name.equals("<init>") ? type.getDeclaredConstructors() : type.getDeclaredMethods();
        List<Class<?>> parameters = parameters(method);
        return Arrays.stream(all)
                .filter(one -> one.getName().equals(name) || name.equals("<init>"))
                .anyMatch(one -> List.of(one.getParameterTypes()).equals(parameters));
    }

    private static List<Class<?>> parameters(JsonNode method) {
        List<Class<?>> types = new ArrayList<>();
        for (JsonNode type : method.path("parameterTypes")) {
            types.add(type(type.asText()));
        }
        return types;
    }

    private static Class<?> type(String name) {
        if (name.endsWith("[]")) {
            return type(name.substring(0, name.length() - 2)).arrayType();
        }
        return Stream.of(int.class, long.class, byte.class, boolean.class, float.class)
                .<Class<?>>map(primitive -> primitive)
                .filter(primitive -> primitive.getName().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    try {
                        return Class.forName(name, false, ReachabilityTest.class.getClassLoader());
                    } catch (ClassNotFoundException e) {
                        throw new AssertionError(e);
                    }
                });
    }
}
