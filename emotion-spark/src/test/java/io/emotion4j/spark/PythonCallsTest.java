package io.emotion4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.DocumentedCode;
import io.emotion4j.testing.TestPictures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import py4j.GatewayServer;

/** PySpark is not at hand; these are the calls that it makes on the JVM's side for what docs/spark.md shows. */
class PythonCallsTest {

    private static final String QUERY = """
            WITH analyzed AS (SELECT %s(content) AS analysis FROM pictures)
            SELECT face.emotion FROM analyzed LATERAL VIEW explode(analysis.faces) AS face""";

    @TempDir
    static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void startSpark() {
        spark = Sessions.builder("local[2]", folder).getOrCreate();
        List<Row> rows = List.of(RowFactory.create((Object) TestPictures.sevenFaces()), RowFactory.create((Object)
                TestPictures.noFace()));
        spark.createDataFrame(rows, StructType.fromDDL("content binary")).createOrReplaceTempView("pictures");
    }

    @AfterAll
    static void stopSpark() {
        spark.stop();
    }

    /** The method behind {@code registerJavaFunction}. */
    @Test
    void classOfThePageIsRegisteredByItsNameWithTheSchemaOfThePage() throws IOException {
        Matcher call = Pattern.compile(
                        "(?s)schema = \"{3}(.*?)\"{3}.*registerJavaFunction\\(\"(\\w+)\", \"([\\w.]+)\", schema\\)")
                .matcher(String.join("", DocumentedCode.blocks(Path.of("../docs/spark.md"), "python")));
        assertThat(call.find()).isTrue();
        StructType schema = StructType.fromDDL(call.group(1));
        assertThat(schema).isEqualTo(EmotionTransform.schema());

        spark.conf().set("spark.emotion4j.maxFaces", "3");
        try {
            spark.udf().registerJava("three", call.group(3), schema);
        } finally {
            spark.conf().unset("spark.emotion4j.maxFaces");
        }
        spark.udf().registerJava(call.group(2), call.group(3), schema);

        assertThat(spark.sql(QUERY.formatted(call.group(2))).collectAsList())
                .extracting(row -> row.getString(0))
                .hasSize(7)
                .doesNotHaveDuplicates();
        assertThat(spark.sql(QUERY.formatted("three")).count()).isEqualTo(3);
    }

    /** What {@code spark._jvm} does with the words of the page: the same bytes, to the same gateway. */
    @Test
    void gatewayForPythonFindsTheCallOfThePage() throws Exception {
        assertThat(DocumentedCode.blocks(Path.of("../docs/spark.md"), "python"))
                .anyMatch(block -> block.contains("spark._jvm." + EmotionTransform.class.getName()
                        + ".of(spark._jsparkSession).register(spark._jsparkSession, \"expressions\")"));
        GatewayServer server = new GatewayServer(new Sessionful(), 0);
        server.start(true);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getListeningPort())) {
            String session = reference(call(socket, "t", "session"));
            String transform = reference(call(socket, "z:" + EmotionTransform.class.getName(), "of", "r" + session));
            assertThat(call(socket, transform, "register", "r" + session, "sby_gateway"))
                    .startsWith("!yro");
        } finally {
            server.shutdown();
        }
        assertThat(spark.sql(QUERY.formatted("by_gateway")).count()).isEqualTo(7);
    }

    /** What Python reaches first. */
    public static final class Sessionful {

        /** {@return the session, of the class that PySpark holds} */
        public SparkSession session() {
            return spark;
        }
    }

    private static String call(Socket socket, String target, String method, String... arguments) throws IOException {
        OutputStream out = socket.getOutputStream();
        String command = "c\n" + target + "\n" + method + "\n"
                + (arguments.length == 0 ? "" : String.join("\n", arguments) + "\n") + "e\n";
        out.write(command.getBytes(StandardCharsets.UTF_8));
        out.flush();
        // An answer is one line; nothing is sent before the next call.
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static String reference(String answer) {
        assertThat(answer).startsWith("!yr");
        return answer.substring("!yr".length());
    }
}
