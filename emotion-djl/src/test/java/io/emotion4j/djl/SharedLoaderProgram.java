package io.emotion4j.djl;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application server: the library and the engines in the loader that all applications share, each application in its own. */
final class SharedLoaderProgram {

    private SharedLoaderProgram() {}

    /** Arguments: picture, how often each engine's application is deployed. */
    public static void main(String[] arguments) throws Exception {
        List<URL> shared = new ArrayList<>();
        List<URL> application = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            (entry.endsWith("test-classes") ? application : shared)
                    .add(Path.of(entry).toUri().toURL());
        }
        ClassLoader server = new URLClassLoader(shared.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            for (String engine : List.of("onnx", "pytorch", "tensorflow")) {
                loaders.add(deploy(application.toArray(URL[]::new), server, arguments[0], engine));
            }
        }
        long alive = loaders.size();
        for (int i = 0; i < 20 && alive > 0; i++) {
            System.gc();
            Thread.sleep(50);
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        System.out.println(alive + " of " + loaders.size() + " loaders stay");
        System.exit(0);
    }

    private static WeakReference<ClassLoader> deploy(URL[] urls, ClassLoader server, String picture, String engine)
            throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, server)) {
            thread.setContextClassLoader(loader);
            Class<?> application = Class.forName(WebApplication.class.getName(), true, loader);
            if (application.getClassLoader() != loader) {
                throw new AssertionError("The application is the server's: " + application.getClassLoader());
            }
            application.getMethod("analyze", String.class, String.class).invoke(null, picture, engine);
            return new WeakReference<>(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
