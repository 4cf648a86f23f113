package cn.wufei.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Whether a MySQL-like server takes clients. It opens its socket early but greets only once its
/// start-up statements have run, so a connection alone says little.
final class MySqlGreeting {

  private static final int TIMEOUT_MS = 1_000;
  private static final int HEADER_BYTES = 4;
  private static final int PROTOCOL_VERSION = 10;

  private MySqlGreeting() {}

  static boolean isGiven(int port) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MS);
      InputStream in = socket.getInputStream();
      return in.readNBytes(HEADER_BYTES).length == HEADER_BYTES && in.read() == PROTOCOL_VERSION;
    } catch (IOException e) {
      return false;
    }
  }
}
