"use strict";
window.SwaggerUIBundle({
  url: "/api/v1/openapi.yaml",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: false,
});
