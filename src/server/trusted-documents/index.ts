export { trustedRequest } from "./gate";
export { loadTrustedDocuments, type TrustedDocuments } from "./load";
export { TrustedDocumentsError } from "./problems";
