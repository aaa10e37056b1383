/** In the frame that the layout of this group draws already. */
export { default } from "../(public)/not-found";
