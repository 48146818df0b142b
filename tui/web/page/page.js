// A new socket begins a new visit; what the last one decided is in the store.
document.querySelector("#again").addEventListener("click", () => window.location.reload());
// The terminal takes keys at once, without a click into it first.
document.fonts.ready.then(() => document.querySelector(".xterm-helper-textarea")?.focus());
