package io.emotion4j.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What Java code wrote to files and sent to or read from the network, as the JVM's Flight Recorder saw it. */
record FlightRecord(List<String> filesWritten, List<String> hosts) {

    interface Work {
        void run() throws IOException;
    }

    static FlightRecord of(Work work) throws IOException {
        Path file = Files.createTempFile("emotion4j", ".jfr");
        try (Recording recording = new Recording()) {
            for (String event : List.of("jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite")) {
                recording.enable(event).withThreshold(Duration.ZERO);
            }
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            return new FlightRecord(fields(events, "jdk.FileWrite", "path"), fields(events, "jdk.Socket", "host"));
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> fields(List<RecordedEvent> events, String type, String field) {
        return events.stream()
                .filter(event -> event.getEventType().getName().startsWith(type))
                .map(event -> String.valueOf(event.getString(field)))
                .distinct()
                .toList();
    }
}
