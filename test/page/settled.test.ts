import { settledText } from "../../page/src/text/settled";

it.each([
  [true, 0, "Both are the same"],
  [true, -1, "It is settled which of the two is less"],
  [false, 0, "It is not settled which of the two is less"],
  [null, 0, ""],
])("a difference that is settled: %j, of %d, reads %s", (isSettled, expected, says) => {
  expect(settledText(isSettled, expected).startsWith(says)).toBe(true);
  expect(settledText(isSettled, expected) === "").toBe(says === "");
});
