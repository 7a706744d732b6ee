/** Style sheets that come with a part of the app. */
declare module '*.css';
