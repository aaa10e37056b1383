-- AlterTable
ALTER TABLE "ReceiptItem" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1;
