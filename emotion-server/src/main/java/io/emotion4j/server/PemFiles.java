package io.emotion4j.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain and a private key, from the PEM files that certificate authorities and proxies use. */
final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PemFiles() {}

    /**
     * A key store with one entry, and an empty password.
     *
     * @param certificates PEM, the server's own first, then its chain
     * @param key PEM, PKCS #8, not encrypted, RSA or EC
     * @throws IllegalArgumentException if a file cannot be read, is not of that form, or the two do not belong together
     */
    static KeyStore keyStore(Path certificates, Path key) {
        Certificate[] chain = chain(certificates);
        PrivateKey secret = privateKey(key, chain[0].getPublicKey().getAlgorithm());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", secret, new char[0], chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "Certificate " + certificates + " and key " + key + " cannot be used together: " + e.getMessage(),
                    e);
        }
    }

    private static Certificate[] chain(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new IllegalArgumentException(file
                        + " holds no certificate; expected PEM (-----BEGIN CERTIFICATE-----), the server's own first");
            }
            return chain;
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    file + " is no certificate; expected PEM (-----BEGIN CERTIFICATE-----), the server's own first", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read certificate " + file + ": " + e, e);
        }
    }

    private static PrivateKey privateKey(Path file, String algorithm) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read key " + file + ": " + e, e);
        }
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new IllegalArgumentException(
                    file + " holds no key in PKCS #8 (-----BEGIN PRIVATE KEY-----), not encrypted; "
                            + "`openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW` makes one of other forms");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " is no " + algorithm + " key, which the certificate is of; give the key that belongs to it",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "This Java has no " + algorithm + " keys, which the certificate is of", e);
        }
    }
}
