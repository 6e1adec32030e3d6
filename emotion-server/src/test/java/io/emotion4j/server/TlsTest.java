package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with the PEM files that certificate authorities give. */
@Timeout(300)
class TlsTest {

    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void serverAnswersOverHttps() throws Exception {
        for (String algorithm : new String[] {"RSA", "EC"}) {
            KeyStore keys = keys(algorithm);
            ServerOptions options = ServerOptions.builder()
                    .port(0)
                    .tls(certificate(keys), key(keys))
                    .build();
            FakeModels models = FakeModels.quick();
            try (EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                            .detector(models)
                            .classifier(models.classifier())
                            .build();
                    EmotionServer server = EmotionServer.start(analyzer, options)) {
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keys)).build();
                URI uri = URI.create("https://localhost:" + server.port() + "/predict");
                for (int i = 0; i < 3; i++) {
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(uri)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(TestPictures.noFace()))
                                    .build(),
                            BodyHandlers.ofString());
                    assertThat(answer.statusCode()).isEqualTo(200);
                }
                assertThat(server.connections()).isPositive();
                // A client that nobody refers to any more closes its connections.
                Reference.reachabilityFence(client);
            }
        }
    }

    @Test
    void filesOfAnotherFormAreRefusedWithWhatToDo() throws Exception {
        KeyStore keys = keys("RSA");
        Path certificate = certificate(keys);
        Path key = key(keys);
        Path text = Files.writeString(folder.resolve("text"), "-----BEGIN RSA PRIVATE KEY-----\nabc\n");
        refused("no key in PKCS #8", certificate, text);
        refused("openssl pkcs8", certificate, text);
        refused("certificate", text, key);
        refused("Cannot read key", certificate, folder.resolve("none"));
        refused("Cannot read certificate", folder.resolve("none"), key);
        refused("no RSA key", certificate, key(keys("EC")));
    }

    private void refused(String message, Path certificate, Path key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.builder().tls(certificate, key))
                .withMessageContaining(message);
    }

    /** A key pair with a certificate that it signed itself, by the JDK's own tool. */
    private KeyStore keys(String algorithm) throws Exception {
        Path store = folder.resolve(algorithm + ".p12");
        if (!Files.exists(store)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "a",
                            "-keyalg",
                            algorithm,
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            new String(PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool").toFile())
                    .start();
            assertThat(keytool.waitFor()).isZero();
        }
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private Path certificate(KeyStore keys) throws Exception {
        return pem("CERTIFICATE", keys.getCertificate("a").getEncoded());
    }

    private Path key(KeyStore keys) throws Exception {
        return pem("PRIVATE KEY", keys.getKey("a", PASSWORD).getEncoded());
    }

    private Path pem(String what, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                Files.createTempFile(folder, "file", ".pem"),
                "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
