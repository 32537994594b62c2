// Before the first paint: the colours the user chose on an earlier visit.
try {
  document.documentElement.dataset.theme = localStorage.getItem('pykopi.theme') || 'system';
} catch {
  document.documentElement.dataset.theme = 'system';
}
