/** Programs that ask a server: each { title, what, code }. */
export const examples = (server) => [
  { title: "curl", what: "In a shell. Where the server wants a token, add -H 'Authorization: Bearer ...'.", code: curl(server) },
  { title: "Java", what: "Java 17 and newer, without any library. As one file: java FacesOf.java photo.jpg", code: java(server) },
  { title: "JavaScript", what: "In a page, or in Node.js 20 and newer as a module.", code: javascript(server) },
];

const curl = (server) => `curl -F image=@photo.jpg ${server}/predict`;

const java = (server) => `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

class FacesOf {
    public static void main(String[] args) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("${server}/predict"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(args[0])))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
    }
}`;

const javascript = (server) => `/** picture: a File of an input, or any Blob. */
async function facesOf(picture) {
  const headers = { "Content-Type": "application/octet-stream" };
  const response = await fetch("${server}/predict", { method: "POST", headers, body: picture });
  if (!response.ok) {
    throw new Error((await response.json()).error);
  }
  const { faces } = await response.json();
  return faces.map(({ emotion, score, box }) => ({ emotion, score, box }));
}`;
