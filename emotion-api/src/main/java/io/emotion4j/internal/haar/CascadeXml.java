package io.emotion4j.internal.haar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks at an XML file that should be one of OpenCV's cascades: whether it is whole, and of a type that is run. */
public final class CascadeXml {

    private static final String EXPECTED = "expected a cascade of OpenCV's, but ";
    private static final String TAKE =
            "; take one of the folders haarcascades or lbpcascades of OpenCV, or what opencv_traincascade writes";

    private int stages;
    private int listedStages = -1;
    private String type = "";
    private String features = "";

    private CascadeXml() {}

    /**
     * Looks at a file.
     *
     * @param bytes its content
     * @return what is wrong, and what to do; null where nothing is
     */
    public static @Nullable String problem(byte[] bytes) {
        if (!new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8)
                .stripLeading()
                .startsWith("<")) {
            return EXPECTED + "it is no XML" + TAKE;
        }
        CascadeXml xml = new CascadeXml();
        try {
            xml.read(bytes);
        } catch (XMLStreamException e) {
            return EXPECTED + "it is no whole XML file: it ends or breaks at line "
                    + e.getLocation().getLineNumber() + TAKE;
        } catch (IllegalArgumentException e) {
            return EXPECTED + e.getMessage() + TAKE;
        }
        return xml.wrong();
    }

    private void read(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            int depth = 0;
            boolean inStages = false;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    depth++;
                    if (depth == 1 && !name.equals("opencv_storage")) {
                        throw new IllegalArgumentException("it is XML of <" + name + ">, and not of <opencv_storage>");
                    }
                    if (depth == 2 && type.isEmpty()) {
                        type = String.valueOf(reader.getAttributeValue(null, "type_id"));
                    }
                    stages += inStages && depth == 4 ? 1 : 0;
                    inStages |= depth == 3 && name.equals("stages");
                    if (depth == 3 && (name.equals("featureType") || name.equals("stageNum"))) {
                        // The reader stands behind the element then.
                        depth--;
                        remember(name, reader.getElementText().strip());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    inStages &= depth != 3;
                    depth--;
                }
            }
        } finally {
            reader.close();
        }
    }

    private void remember(String name, String text) {
        if (name.equals("featureType")) {
            features = text;
        } else if (text.matches("[0-9]{1,6}")) {
            listedStages = Integer.parseInt(text);
        }
    }

    private @Nullable String wrong() {
        if (type.equals("opencv-haar-classifier")) {
            return EXPECTED + "its type_id is \"" + type
                    + "\", the form of OpenCV 1, which is not read any more; expected"
                    + " \"opencv-cascade-classifier\"" + TAKE;
        }
        if (!features.toUpperCase(Locale.ROOT).matches("HAAR|LBP")) {
            return EXPECTED + "its featureType is \"" + features + "\"; OpenCV runs HAAR and LBP" + TAKE;
        }
        if (stages == 0 || (listedStages >= 0 && stages != listedStages)) {
            return EXPECTED + "it has " + stages + " stages"
                    + (listedStages >= 0 ? " where stageNum says " + listedStages : "")
                    + "; it was cut or changed: copy it again";
        }
        return null;
    }
}
