package cn.wufei.exchange.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"wang@example.cn", "Wang.Li+erp@mail.example.com.cn", "a_b-c@x1.example.cn"})
  void common_addresses_are_taken(String text) {
    assertThat(AddressText.isAddress(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wang",
        "@example.cn",
        "wang@",
        "wang@localhost",
        "wang@127.0.0.1",
        "wang@[127.0.0.1]",
        "wang@-example.cn",
        "wang@example.c",
        "wang@@example.cn",
        "wang li@example.cn",
        ".wang@example.cn",
        "wang.@example.cn",
        "wa..ng@example.cn",
        "\"wang\"@example.cn",
        "wang@example.cn,li@example.cn",
        "wang@example.cn;li@example.cn",
        "<wang@example.cn>",
        "wang@example.cn\r\nBcc: li@example.cn",
        "wang@example.cn\n",
        "wang\u0000@example.cn",
        "王@example.cn"
      })
  void what_is_none_or_more_than_one_is_not(String text) {
    assertThat(AddressText.isAddress(text)).isFalse();
  }

  @Test
  void an_address_has_bounds() {
    assertThat(AddressText.isAddress("a".repeat(64) + "@example.cn")).isTrue();
    assertThat(AddressText.isAddress("a".repeat(65) + "@example.cn")).isFalse();
    assertThat(AddressText.isAddress("a@" + "b.".repeat(130) + "cn")).isFalse();
  }
}
