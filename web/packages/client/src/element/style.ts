/** The look of the drop-in element, inside its own shadow: no style of the page gets in or out. */
export const elementStyle = `
:host { display: inline-block; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; }
button {
  font: inherit; font-weight: 500; min-height: 44px; padding: 8px 16px; border-radius: 10px;
  border: 1px solid #0b6e4f; background: #0b6e4f; color: #ffffff; cursor: pointer; width: 100%;
}
button:disabled { opacity: 0.7; cursor: default; }
button:focus-visible { outline: 3px solid #1c5fd4; outline-offset: 2px; }
ul { list-style: none; margin: 8px 0 0; padding: 0; display: grid; gap: 4px; }
ul[hidden] { display: none; }
li button { background: #ffffff; color: #1b1e1c; border-color: #7b817c; text-align: start; }
p { margin: 8px 0 0; max-width: 40ch; }
p:empty { display: none; }
@media (prefers-color-scheme: dark) {
  button { background: #4cc79a; border-color: #4cc79a; color: #06231a; }
  li button { background: #1a1d1b; color: #eceeea; }
}
`;
