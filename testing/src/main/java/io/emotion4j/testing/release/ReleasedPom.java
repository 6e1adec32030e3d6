package io.emotion4j.testing.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A POM as it was deployed: its own words, without what Maven works out. */
final class ReleasedPom {

    private final Element project;

    private ReleasedPom(Element project) {
        this.project = project;
    }

    static ReleasedPom of(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new ReleasedPom(
                    factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no POM: " + e.getMessage(), e);
        }
    }

    /** The text at a path of elements such as {@code licenses/license/name}. */
    Optional<String> text(String path) {
        Optional<Element> element = Optional.of(project);
        for (String name : path.split("/", -1)) {
            element = element.flatMap(parent -> children(parent, name).findFirst());
        }
        return element.map(found -> found.getTextContent().strip()).filter(text -> !text.isEmpty());
    }

    String packaging() {
        return text("packaging").orElse("jar");
    }

    /** Artifacts of this project that a program needs which uses this one, or whose versions this one names. */
    List<String> ours() {
        return Stream.concat(
                        ours(project), children(project, "dependencyManagement").flatMap(ReleasedPom::ours))
                .filter(dependency -> !word(dependency, "scope").equals("test"))
                .map(dependency -> word(dependency, "artifactId"))
                .toList();
    }

    /** Artifacts of this project that a program gets with this one, to compile with. */
    List<String> brought() {
        return ours(project)
                .filter(dependency -> word(dependency, "scope").matches("|compile"))
                .map(dependency -> word(dependency, "artifactId"))
                .toList();
    }

    /** What stands under {@code properties}. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        children(project, "properties")
                .flatMap(ReleasedPom::children)
                .forEach(property -> properties.put(
                        property.getTagName(), property.getTextContent().strip()));
        return properties;
    }

    /** What is depended on, as it stands there. */
    List<ReleasedDependency> dependencies() {
        return dependencies(project);
    }

    /** What the versions of are known, as it stands there. */
    List<ReleasedDependency> managed() {
        return children(project, "dependencyManagement")
                .flatMap(management -> dependencies(management).stream())
                .toList();
    }

    private static List<ReleasedDependency> dependencies(Element parent) {
        return children(parent, "dependencies")
                .flatMap(list -> children(list, "dependency"))
                .map(dependency -> new ReleasedDependency(
                        word(dependency, "groupId"),
                        word(dependency, "artifactId"),
                        word(dependency, "version"),
                        word(dependency, "classifier"),
                        word(dependency, "scope"),
                        word(dependency, "optional").equals("true")))
                .toList();
    }

    private static Stream<Element> ours(Element parent) {
        return children(parent, "dependencies")
                .flatMap(list -> children(list, "dependency"))
                .filter(dependency -> word(dependency, "groupId").equals("io.emotion4j"));
    }

    private static String word(Element parent, String name) {
        return children(parent, name)
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(element -> element.getTagName().equals(name));
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
