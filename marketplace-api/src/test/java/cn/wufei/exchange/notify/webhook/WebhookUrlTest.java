package cn.wufei.exchange.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Outcome;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookUrlTest {

  /// The address, what becomes of it, and what becomes of it where private addresses are allowed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://erp.example.cn/hooks/wufei?from=1  | done    | done
          https://erp.example.cn:8443                | done    | done
          HTTPS://ERP.example.cn/                    | done    | done
          https://1.1.1.1/                           | done    | done
          https://[2606:4700:4700::1111]/            | done    | done
          http://erp.example.cn/                     | invalid | invalid
          http://1.1.1.1/                            | invalid | invalid
          ftp://erp.example.cn/                      | invalid | invalid
          https:///hook                              | invalid | invalid
          https://user:word@erp.example.cn/          | invalid | invalid
          https://erp.example.cn/#part               | invalid | invalid
          https://erp.example.cn:0/                  | invalid | invalid
          https://erp.example.cn:70000/              | invalid | invalid
          https://废渣.example.cn/                   | invalid | invalid
          erp.example.cn                             | invalid | invalid
          https://erp example.cn/                    | invalid | invalid
          https://localhost/                         | private | done
          https://x.LOCALHOST/                       | private | done
          https://127.0.0.1/                         | private | done
          https://[::1]/                             | private | done
          https://[::ffff:10.0.0.1]/                 | private | done
          https://10.0.0.1/                          | private | done
          https://169.254.169.254/latest             | private | private
          http://localhost:9000/hook                 | invalid | done
          http://127.0.0.1:9000/hook                 | invalid | done
          http://10.0.0.1/                           | invalid | invalid
          """)
  void only_addresses_that_may_be_called_are_registered(String url, String strict, String lenient) {
    assertThat(judged(false, url)).isEqualTo(strict);
    assertThat(judged(true, url)).isEqualTo(lenient);
  }

  private static String judged(boolean privateAllowed, String url) {
    return switch (new WebhookUrl(settings(privateAllowed)).parse(url)) {
      case Outcome.Done<URI> _ -> "done";
      case Outcome.Refused<URI> refused -> {
        assertThat(refused.field()).isEqualTo("url");
        yield refused.refusal() == WebhookRefusal.WEBHOOK_ADDRESS_PRIVATE ? "private" : "invalid";
      }
    };
  }

  static WebhookSettings settings(boolean privateAllowed) {
    return new WebhookSettings(
        privateAllowed,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        4,
        2,
        3,
        Duration.ZERO,
        Duration.ofDays(1),
        Duration.ofDays(30));
  }
}
