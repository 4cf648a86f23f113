package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerHomeTest {

  @TempDir Path empty;

  @Test
  void the_build_has_unpacked_the_servers_where_they_are_looked_for() {
    LocalOptions options = LocalOptions.defaults();

    assertThat(ServerHome.find(options, "mariadb", "bin/mariadbd")).isAbsolute();
    assertThat(ServerHome.find(options, "elasticsearch", "bin/elasticsearch")).isAbsolute();
  }

  @Test
  void a_server_that_is_not_unpacked_is_named_with_the_remedy() {
    LocalOptions options = LocalOptions.defaults().withServersDir(empty);

    assertThatThrownBy(() -> ServerHome.find(options, "mysql", "bin/mysqld"))
        .isInstanceOf(LocalServicesException.class)
        .hasMessageContaining("mysql is not unpacked at " + empty)
        .hasMessageContaining("-Dwufei.test.database=mysql");
  }
}
