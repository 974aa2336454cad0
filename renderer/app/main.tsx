import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { StartScreen } from "./start-screen.js";
import "./theme.css";

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the window");
createRoot(place).render(
  <StrictMode>
    <StartScreen />
  </StrictMode>,
);
