package io.emotion4j.convert;

import io.emotion4j.ModelLoadException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the weights of each layer lie. Keras 2 files them by the layers' and weights' names ({@code conv2d_1/conv2d_1/kernel:0});
 * the form {@code .keras} by the layers' classes and the weights' places ({@code layers/conv2d_1/vars/0}).
 *
 * @param arrays by path
 * @param byName whether by names
 */
record KerasWeights(Map<String, KerasArray> arrays, boolean byName) {

    private static final String NAMED = "model_weights/";
    /** What 2.13 called "layers". */
    private static final String OLD_LAYERS = "_layer_checkpoint_dependencies";

    static KerasWeights of(Hdf5Arrays file) {
        Map<String, KerasArray> arrays = new LinkedHashMap<>();
        boolean whole = file.arrays().keySet().stream().anyMatch(path -> path.startsWith(NAMED));
        file.arrays().forEach((path, array) -> {
            if (!whole) {
                arrays.put(path.replace(OLD_LAYERS, "layers"), array);
            } else if (path.startsWith(NAMED)) {
                arrays.put(path.substring(NAMED.length()), array);
            }
        });
        return new KerasWeights(arrays, arrays.keySet().stream().noneMatch(path -> path.startsWith("layers/")));
    }

    /**
     * Where a layer is in the network.
     *
     * @param names its name, after those of the models that it is in
     * @param store its path in the form {@code .keras}
     */
    record Place(List<String> names, String store) {

        String name() {
            return names.get(names.size() - 1);
        }
    }

    Taken at(Place place) {
        Map<String, KerasArray> found = new LinkedHashMap<>();
        String start = byName ? place.names().get(0) + "/" : place.store() + "/vars/";
        arrays.forEach((path, array) -> {
            if (path.startsWith(start)) {
                String[] parts = path.split("/", -1);
                boolean nested = byName && place.names().size() > 1;
                if (!nested || parts.length > 1 && isCalled(parts[parts.length - 2], place.name())) {
                    String last = parts[parts.length - 1];
                    found.put(byName ? last.replaceFirst(":\\d+$", "").replaceFirst("_\\d+$", "") : last, array);
                }
            }
        });
        return new Taken(place, found);
    }

    private static boolean isCalled(String scope, String layer) {
        return scope.equals(layer)
                || scope.startsWith(layer + "_")
                        && scope.substring(layer.length()).matches("_\\d+");
    }

    /** The weights of a layer, asked for in the order in which Keras keeps them. */
    static final class Taken {

        private final Place place;
        private final Map<String, KerasArray> found;
        private final Set<String> used = new HashSet<>();
        private int next;

        Taken(Place place, Map<String, KerasArray> found) {
            this.place = place;
            this.found = found;
        }

        boolean isEmpty() {
            return found.isEmpty();
        }

        /** The next weight, under one of the names that versions of Keras give it. */
        KerasArray take(int rank, String... names) {
            String position = String.valueOf(next++);
            for (String name : names) {
                KerasArray array = found.get(name);
                if (array != null) {
                    used.add(name);
                    return checked(array, rank, name);
                }
            }
            KerasArray array = found.get(position);
            if (array == null) {
                throw new ModelLoadException("Layer '" + place.name() + "' has no weight '" + names[0]
                        + "' in the file, it has " + found.keySet()
                        + "; if the file holds no weights of it, save the whole model once more");
            }
            used.add(position);
            return checked(array, rank, names[0]);
        }

        private KerasArray checked(KerasArray array, int rank, String name) {
            if (array.shape().length != rank) {
                throw new ModelLoadException("Weight '" + name + "' of layer '" + place.name() + "' has "
                        + array.shape().length + " dimensions in the file, expected " + rank);
            }
            return array;
        }

        /** @throws ModelLoadException if the file has weights of the layer that nobody asked for: the layer does more than is known */
        void checkNoneLeft() {
            Set<String> left = new HashSet<>(found.keySet());
            left.removeAll(used);
            if (!left.isEmpty()) {
                throw new ModelLoadException(
                        "Layer '" + place.name() + "' has weights in the file that its kind does not use: " + left
                                + "; it cannot be imported faithfully");
            }
        }
    }
}
