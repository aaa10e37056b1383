/** In the frame that the layout of this group draws already. */
export { default, generateMetadata } from "../(public)/not-found";
