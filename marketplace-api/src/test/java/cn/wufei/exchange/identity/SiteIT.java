package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteIT {

  private static TestOrganisation producer;

  @BeforeAll
  static void signUp() {
    producer = Fixtures.producer();
  }

  /// The second and third points are the first, shifted by the public formulas.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # given in, latitude,  longitude,  shown as, moved m
            -,        39.911954, 116.377817, wgs-84,   0
            wgs-84,   39.911954, 116.377817, wgs-84,   0
            gcj-02,   39.913345, 116.384047, gcj-02,   553
            bd-09,    39.919576, 116.390455, bd-09,    1371
          """)
  void a_point_is_kept_in_wgs_84_and_says_what_it_was_given_in(
      String system, String latitude, String longitude, String shown, int movedM) {
    Map<String, Object> site = site(latitude, longitude);
    if (system != null) {
      site.put("coordinateSystem", system);
    }

    Http.Answer added = Http.as(producer.admin()).post("/sites", site).expect(201);

    assertThat(added.json().at("/latitude").asDouble()).isCloseTo(39.911954, within(0.000005));
    assertThat(added.json().at("/longitude").asDouble()).isCloseTo(116.377817, within(0.000005));
    assertThat(added.text("givenSystem")).isEqualTo(shown);
    assertThat(added.number("movedM")).isCloseTo(movedM, within(3L));
    Http.Answer listed = Http.as(producer.admin()).get("/sites?limit=1").expect(200);
    assertThat(listed.json().at("/items/0")).isEqualTo(added.json());
  }

  @Test
  void a_siding_and_a_wharf_are_kept_and_are_not_there_unless_said() {
    Map<String, Object> site = site("36.06", "117.81");
    Http.Answer plain = Http.as(producer.admin()).post("/sites", site).expect(201);
    site.put("railSiding", true);
    site.put("wharf", true);
    Http.Answer both = Http.as(producer.admin()).post("/sites", site).expect(201);

    assertThat(plain.json().at("/railSiding").asBoolean(true)).isFalse();
    assertThat(plain.json().at("/wharf").asBoolean(true)).isFalse();
    assertThat(both.json().at("/railSiding").asBoolean()).isTrue();
    assertThat(both.json().at("/wharf").asBoolean()).isTrue();
  }

  @Test
  void an_unknown_system_is_refused() {
    Map<String, Object> site = site("36.06", "117.81");
    site.put("coordinateSystem", "mars");

    Http.Answer answer = Http.as(producer.admin()).post("/sites", site);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().toString()).contains("coordinateSystem");
  }

  /// The point itself is within bounds; where it lies in WGS-84 is not.
  @Test
  void a_point_that_is_moved_out_of_bounds_is_refused() {
    Map<String, Object> site = site("3.000001", "110");
    site.put("coordinateSystem", "bd-09");

    Http.Answer answer = Http.as(producer.admin()).post("/sites", site);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("place-outside");
  }

  private static Map<String, Object> site(String latitude, String longitude) {
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("name", "坐标厂");
    site.put("adcode", "370300");
    site.put("latitude", Double.valueOf(latitude));
    site.put("longitude", Double.valueOf(longitude));
    return site;
  }
}
