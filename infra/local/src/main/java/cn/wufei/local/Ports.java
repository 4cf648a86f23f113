package cn.wufei.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Free TCP ports on 127.0.0.1, taken from below the range that the kernel gives to outgoing
/// connections: a server that is down for a while must find its port free again.
final class Ports {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 29_999;
  private static final int ATTEMPTS = 200;

  private Ports() {}

  static int choose(int wanted, String service) {
    if (wanted != 0) {
      requireFree(wanted, service);
      return wanted;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
      if (isFree(port)) {
        return port;
      }
    }
    throw new LocalServicesException(
        "No free port between %d and %d for %s".formatted(LOWEST, HIGHEST, service));
  }

  static void requireFree(int port, String service) {
    if (!isFree(port)) {
      throw new LocalServicesException(
          "Port %d, wanted for %s, is taken by another program".formatted(port, service));
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
