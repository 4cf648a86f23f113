package cn.wufei.exchange.http;

import io.micronaut.http.HttpHeaders;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says in the description of the API where a [Version] is read from.
@Parameter(
    name = HttpHeaders.IF_MATCH,
    in = ParameterIn.HEADER,
    required = true,
    description = "The version that was read, in double quotes.",
    schema = @Schema(implementation = String.class))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfMatch {}
