import { fetchTranscript } from "./page-session.js";

/** Every button for it saves the conversation as a file, which the browser puts where its downloads go. */
export const connectSave = (locale, onTrouble) => {
  const save = async () => {
    try {
      const { name, content } = await fetchTranscript(locale());
      const link = document.createElement("a");
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch {
      onTrouble();
    }
  };
  for (const button of document.querySelectorAll(".save")) button.addEventListener("click", save);
};
