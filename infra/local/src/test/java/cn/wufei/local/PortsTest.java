package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_taken_port_is_refused_by_number() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> Ports.choose(taken.getLocalPort(), "the database"))
          .isInstanceOf(LocalServicesException.class)
          .hasMessage(
              "Port %d, wanted for the database, is taken by another program",
              taken.getLocalPort());
    }
  }

  @Test
  void a_port_taken_on_every_address_is_refused_too() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> Ports.choose(taken.getLocalPort(), "Elasticsearch"))
          .isInstanceOf(LocalServicesException.class);
    }
  }

  @Test
  void a_chosen_port_lies_below_those_of_outgoing_connections() {
    assertThat(Ports.choose(0, "the database")).isBetween(20_000, 29_999);
  }
}
