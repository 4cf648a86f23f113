package cn.wufei.exchange.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server on this machine, which writes down what it is told and answers as a test wants. It
/// speaks as much of SMTP as a sender needs who is served by nobody else at the same time.
final class MailServer implements AutoCloseable {

  /// Says nothing, and leaves the connection open.
  static final String SILENCE = "";

  private final ServerSocket socket;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "CONNECT", "220 here",
              "EHLO", "250-here\r\n250 8BITMIME",
              "AUTH", "235 welcome",
              "MAIL", "250 ok",
              "RCPT", "250 ok",
              "DATA", "354 go on",
              ".", "250 taken",
              "QUIT", "221 bye"));

  MailServer() {
    try {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// @param command its first word; `CONNECT` for the greeting, `.` for the end of a mail
  void answer(String command, String answer) {
    answers.put(command, answer);
  }

  /// All that was said to it, line by line.
  List<String> lines() {
    return List.copyOf(lines);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket sender = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(sender.getInputStream(), StandardCharsets.US_ASCII))) {
        serve(in, sender.getOutputStream());
      } catch (IOException _) {
        // The sender or the test has gone.
      }
    }
  }

  private void serve(BufferedReader in, OutputStream out) throws IOException {
    say(out, "CONNECT");
    boolean isMail = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      String command = line.split(" ", 2)[0];
      if (!isMail || command.equals(".")) {
        say(out, command);
        isMail = command.equals("DATA") && answerTo(command).startsWith("3");
      }
    }
  }

  private void say(OutputStream out, String command) throws IOException {
    String answer = answerTo(command);
    if (!answer.equals(SILENCE)) {
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  private String answerTo(String command) {
    return answers.getOrDefault(command, "502 what?");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
