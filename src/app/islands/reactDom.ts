// To load React by itself: a page's script would need the runtime for CommonJS to import the package.
export { createRoot } from 'react-dom/client';
