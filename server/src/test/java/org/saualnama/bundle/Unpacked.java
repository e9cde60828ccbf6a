package org.saualnama.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.saualnama.Node;

/** A bundle as somebody has it on disk who downloaded it and checks it with standard tools. */
record Unpacked(Path folder, List<String> names) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static HttpResponse<byte[]> get(Node node, String path, String... headers) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(node.uri(path));
      return CLIENT.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In {@code into}, without its own folder. */
  static Unpacked of(byte[] zip, Path into) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        names.add(name);
        Path file = into.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
    return new Unpacked(into, names);
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** What {@code command} says, both ways, and last its exit code. */
  String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + process.waitFor();
  }

  String checkSignature() throws IOException, InterruptedException {
    return run(
        "sh",
        "-c",
        "openssl pkeyutl -verify -pubin -inkey release-key.pem"
            + " -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig");
  }

  String checkSums() throws IOException, InterruptedException {
    return run("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS");
  }
}
