package io.emotion4j.onnx;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the library in one class loader after another, as an application server does, and counts those that stay. */
final class RedeployProgram {

    private RedeployProgram() {}

    public static void main(String[] arguments) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        int times = Integer.parseInt(arguments[1]);
        for (int i = 0; i < times; i++) {
            loaders.add(deploy(urls.toArray(URL[]::new), arguments[0]));
            System.gc();
        }
        long alive = 0;
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.sleep(50);
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        System.out.println("loaders " + alive);
        if (Files.isReadable(Path.of("/proc/self/maps"))) {
            System.out.println("libraries "
                    + Files.readAllLines(Path.of("/proc/self/maps")).stream()
                            .filter(line -> line.contains("libonnxruntime.so") && line.contains("r-x"))
                            .count());
        }
        if (arguments.length > 2) {
            Thread.sleep(Long.parseLong(arguments[2]));
        }
    }

    private static WeakReference<ClassLoader> deploy(URL[] urls, String picture) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Class.forName(Once.class.getName(), true, loader)
                    .getMethod("analyze", String.class)
                    .invoke(null, picture);
            return new WeakReference<>(loader);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        }
    }
}
