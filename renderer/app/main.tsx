import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./theme.css";
import "../ui/ui.css";
import "./frame.css";
import "./start.css";
import "../findings/findings.css";
import "../overview/overview.css";
import { App } from "./app.js";

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the window");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
